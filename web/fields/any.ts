/** The controls of a question of whatever kind. */
import type { TemplateResult } from 'lit/html.js';
import { choice } from './choice.ts';
import type { Place } from './field.ts';
import { many } from './many.ts';
import { number } from './number.ts';
import { since } from './since.ts';
import { pickTopics } from './topics.ts';
import type { Question } from '../types.ts';
import type { Reading, View } from '../view.ts';

export function drawField(place: Place<Question>): TemplateResult {
  const { question } = place;
  switch (question.kind) {
    case 'many':
      return many.draw({ ...place, question });
    case 'number':
      return number.draw({ ...place, question });
    case 'since':
      return since.draw({ ...place, question });
    case 'topics':
      return pickTopics.draw({ ...place, question });
    default:
      return choice.draw({ ...place, question });
  }
}

export function readField(view: View, question: Question, form: FormData): Reading {
  switch (question.kind) {
    case 'many':
      return many.read(view, question, form);
    case 'number':
      return number.read(view, question, form);
    case 'since':
      return since.read(view, question, form);
    case 'topics':
      return pickTopics.read(view, question, form);
    default:
      return choice.read(view, question, form);
  }
}
