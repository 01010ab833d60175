import { Component, type ReactNode } from 'react';
import { useWords } from '../words/words.ts';
import { Icon } from './icon.tsx';

interface ErrorPanelProps {
  readonly children: ReactNode;
}

/** A part that could not be drawn says so in its own place; the rest of the screen goes on. */
export class ErrorPanel extends Component<ErrorPanelProps, { readonly broken: boolean }> {
  override readonly state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? (
      <Broken again={() => this.setState({ broken: false })} />
    ) : (
      this.props.children
    );
  }
}

function Broken({ again }: { readonly again: () => void }) {
  const words = useWords();
  return (
    <div className="sheet panel-trouble" role="alert">
      <p className="say">
        <Icon name="stop" tone="zhu" />
        {words.frame.trouble.panel}
      </p>
      <button type="button" className="btn" onClick={again}>
        {words.frame.trouble.panelAgain}
      </button>
    </div>
  );
}
