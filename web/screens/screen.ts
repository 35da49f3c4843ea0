/** The screen of a route. */
import type { TemplateResult } from 'lit/html.js';
import { questionOf, type View } from '../view.ts';
import { checkScreen } from './check.ts';
import { keepScreen } from './keep.ts';
import { noticeScreen } from './notice.ts';
import { questionScreen } from './question.ts';
import { resultsScreen } from './results.ts';
import { startScreen } from './start.ts';

export function screenOf(view: View): TemplateResult {
  const { route } = view;
  switch (route.screen) {
    case 'start':
      return startScreen(view);
    case 'check':
      return checkScreen(view);
    case 'results':
      return resultsScreen(view);
    case 'keep':
      return keepScreen(view);
    case 'notice':
      return noticeScreen(view);
    case 'question': {
      const question = questionOf(view, route.question);
      return question ? questionScreen(view, question, route.step) : startScreen(view);
    }
  }
}
