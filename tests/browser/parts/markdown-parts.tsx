import { MarkdownView } from "../../../src/cells/view/markdown";

const source = `# Who leaves, and when?

A text with **strong**, *soft*, \`code\`, a [link](${"https"}://example.org/a) and a footless note. Customers who run a survey in their
first month stay longer; whether the survey *makes* them stay is another question.

## What we did

1. Loaded \`events.csv\`
2. Looked at the weeks
   - with at least one event
   - [x] complete
   - [ ] not yet

> Absence of evidence is not evidence of absence.

| Month | Present | Lost | Share |
|:------|--------:|-----:|:-----:|
| March | 10,000 | 1,204 | 12.0% |
| April | 9,850 | 950 | 9.6% |

\`\`\`sql
-- active customers by month
select date_trunc('month', time) as month, count(distinct customer) as present
from events group by all order by 1;
\`\`\`

\`\`\`
plain block
\`\`\`

### Pictures

![a chart](chart.png) and one that came along: ![dot](attachment:dot.png)

<details><summary>More</summary>Folded text</details>

---

#### The end

<img src=x onerror="window.hacked = 1"><script>window.hacked = 2</script><img src="${"https"}://example.org/track.png">
<svg onload="window.hacked = 3"><use href="${"https"}://example.org/x.svg#a"/></svg><link rel=prefetch href="${"https"}://example.org">
`;

const dot =
  "iVBORw0KGgoAAAANSUhEUgAAAAoAAAAKCAYAAACNMs+9AAAAFUlEQVR42mNk+M9Qz0AEYBxVSF+FABJADveWkH6oAAAAAElFTkSuQmCC";

export function MarkdownParts() {
  return (
    <MarkdownView
      source={source}
      attachments={{ "dot.png": { "image/png": dot } }}
      labels={{
        imageDropped: (address) => `Image not shown: ${address}. Only attached images are shown.`,
        blocked: (what, address) => `${what} not shown: ${address}`,
        done: "done",
        open: "open",
      }}
    />
  );
}
