import type { View } from './view.ts';
import type { Words } from './words.ts';

/** The document's title. It names the part of the interview, never the question: browsers keep titles. */
export function titleOf(words: Words, view: View | null): string {
  const tool = words.t('site.name');
  if (!view) return tool;
  const { route, problems } = view;
  const title = view.pack.plain((texts) => texts.pack.title);
  const part = words.t(`title.${route.screen}`);
  const prefix = problems.length > 0 ? `${words.t('error.prefix')} ` : '';
  return [`${prefix}${part}`, title, tool].filter(Boolean).join(' - ');
}
