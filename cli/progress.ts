import type { Progress } from '../engine/index.js';
import type { Terminal } from './terminal.js';
import { textsOf } from './texts/texts-of.js';

export interface ProgressLine {
  show(progress: Progress | { readonly stage: 'read' | 'write' }): void;
  end(): void;
}

/** One line on stderr that says what is being done; silent when nobody watches. */
export async function startProgress(terminal: Terminal): Promise<ProgressLine> {
  if (!terminal.watched) return { show: () => undefined, end: () => undefined };
  const { default: ora } = await import('ora');
  const { stages } = textsOf(terminal.language);
  const spinner = ora({ stream: process.stderr }).start();
  return {
    show(progress) {
      const share =
        'total' in progress && progress.total > 1
          ? ` ${Math.floor((100 * progress.done) / progress.total)} %`
          : '';
      spinner.text = `${stages[progress.stage]}${share}…`;
      // the engine works without letting go of the thread: the line is drawn by hand
      spinner.render();
    },
    end: () => spinner.stop(),
  };
}
