export { ClaimPlace } from "./claim-place";
export { LedgerSection } from "./ledger-section";
export { StandingView } from "./standing-view";
