import { QUESTIONS } from '../form.mjs';
import { definition, DEFINITION, minified, page, published } from './kit.mjs';

function element({ id, text, options, shownIf }) {
  return {
    type: 'radiogroup',
    name: id,
    title: text,
    choices: options.map((option) => ({ value: option.points, text: option.text })),
    ...(shownIf ? { visibleIf: `{${shownIf.question}} = ${shownIf.points}` } : {}),
  };
}

/** Anything added to what is empty is empty, so each question's points are asked for first. */
const SUM = QUESTIONS.map(({ id }) => `iif({${id}} notempty, {${id}}, 0)`).join(' + ');

export function surveyDefinition(more = {}) {
  return {
    showQuestionNumbers: 'off',
    clearInvisibleValues: 'onHidden',
    calculatedValues: [{ name: 'score', expression: SUM, includeIntoResult: true }],
    pages: [
      {
        name: 'page',
        elements: [
          ...QUESTIONS.map(element),
          { type: 'expression', name: 'total', title: 'Your score', expression: '{score}' },
        ],
      },
    ],
    ...more,
  };
}

const CODE = `const survey=new Survey.Model(window.DEFINITION);
window.SurveyUI.renderSurvey(survey,document.getElementById('app'));`;

/** Its published files, with the styles that do not fetch fonts from elsewhere. */
async function files(more) {
  return page({
    'survey.css': await published('survey-core/survey-core.fontless.min.css'),
    'survey.core.js': await published('survey-core/survey.core.min.js'),
    'survey-js-ui.js': await published('survey-js-ui/survey-js-ui.min.js'),
    [DEFINITION]: definition(surveyDefinition(more)),
    'app.js': await minified(CODE),
  });
}

export const surveyjs = { name: 'surveyjs', title: 'SurveyJS', files: () => files() };

export const surveyjsPaged = {
  name: 'surveyjs-paged',
  title: 'SurveyJS, one question a page',
  next: /^Next/,
  effect: QUESTIONS[1].text,
  files: () => files({ questionsOnPageMode: 'questionPerPage' }),
};
