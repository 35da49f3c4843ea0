/** What can keep the tool from running, as the page tells it. */
import { EngineError } from './engine.ts';
import { LoadError } from './load.ts';

/** `pack`: there is no such questionnaire or it is broken. `network`: something did not arrive. `crashed`: a defect of
 * ours. */
export type Fault = 'pack' | 'network' | 'crashed';

export function faultOf(error: unknown): Fault {
  if (error instanceof LoadError) return error.fault;
  if (!(error instanceof EngineError)) return 'crashed';
  return error.fault === 'pack' || error.fault === 'network' ? error.fault : 'crashed';
}
