document.getElementById("root")!.textContent = "Ebb";
