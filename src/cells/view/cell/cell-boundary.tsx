import { Component, type ReactNode } from "react";
import { ErrorBox } from "./error-box";

interface CellBoundaryProps {
  /** What the cell shows: with another of these it is tried again. */
  readonly shown: readonly unknown[];
  readonly again: string;
  readonly children: ReactNode;
}

interface CellBoundaryState {
  readonly error: { readonly message: string } | null;
}

/** A cell that cannot be shown says so in its own place; all others stay. Only a class can catch what is thrown below. */
export class CellBoundary extends Component<CellBoundaryProps, CellBoundaryState> {
  override state: CellBoundaryState = { error: null };

  static getDerivedStateFromError(thrown: unknown): CellBoundaryState {
    return { error: { message: thrown instanceof Error ? thrown.message : String(thrown) } };
  }

  override componentDidUpdate(before: CellBoundaryProps): void {
    if (this.state.error && this.props.shown.some((one, i) => one !== before.shown[i])) this.tryAgain();
  }

  override render(): ReactNode {
    if (!this.state.error) return this.props.children;
    return (
      <div className="cell-output">
        <ErrorBox error={{ code: "unexpected", message: this.state.error.message }} />
        <button type="button" className="button button-small" onClick={this.tryAgain}>
          {this.props.again}
        </button>
      </div>
    );
  }

  private readonly tryAgain = (): void => this.setState({ error: null });
}
