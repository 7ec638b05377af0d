import { useEffect, useState } from "react";
import { askToLast, roomHere, type Room } from "../../../engine";
import { useTexts } from "./workbench-context";

/** How much room the browser gives, and whether what is kept may vanish. */
export function RoomHere() {
  const { privacy, count } = useTexts();
  const [room, setRoom] = useState<Room | null>(null);
  const [isRefused, setRefused] = useState(false);
  const look = () => void roomHere().then(setRoom);
  useEffect(look, []);
  if (!room) return null;
  const ask = async () => {
    setRefused(!(await askToLast()));
    look();
  };
  return (
    <p>
      {privacy.room(count.size(room.used), count.size(room.quota))}{" "}
      {room.isLasting ? privacy.lasting : isRefused ? privacy.refused : privacy.fleeting}{" "}
      {!room.isLasting && !isRefused && (
        <button type="button" className="link" onClick={() => void ask()}>
          {privacy.ask}
        </button>
      )}
    </p>
  );
}
