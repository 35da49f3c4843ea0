import { QUESTIONS } from '../form.mjs';
import { definition, DEFINITION, minified, page, published } from './kit.mjs';

function component({ id, text, options, shownIf }) {
  return {
    type: 'radio',
    key: id,
    label: text,
    input: true,
    dataType: 'number',
    values: options.map((option) => ({ label: option.text, value: String(option.points) })),
    ...(shownIf
      ? {
          clearOnHide: true,
          conditional: { show: true, when: shownIf.question, eq: String(shownIf.points) },
        }
      : {}),
  };
}

/** `+` of one makes a number of what may be text. */
const SUM = {
  '+': QUESTIONS.map(({ id }) => {
    const answer = { var: `data.${id}` };
    return { if: [answer, { '+': [answer] }, 0] };
  }),
};

const total = {
  type: 'number',
  key: 'total',
  label: 'Your score',
  input: true,
  disabled: true,
  calculateValue: SUM,
};

export function formioDefinition() {
  return { display: 'form', components: [...QUESTIONS.map(component), total] };
}

function wizardDefinition() {
  const panel = (inside, place) => ({
    type: 'panel',
    key: `page${place}`,
    title: `Page ${place + 1}`,
    components: [inside],
    input: false,
  });
  const { components } = formioDefinition();
  return { display: 'wizard', components: components.map(panel) };
}

const CODE = `Formio.createForm(document.getElementById('app'),window.DEFINITION);`;

/** Its published build for forms alone, and the styles that its templates are written for. */
async function files(form, first = '') {
  return page({
    'bootstrap.css': await published('bootstrap/dist/css/bootstrap.min.css'),
    'formio.form.css': await published('@formio/js/dist/formio.form.min.css'),
    'formio.form.js': await published('@formio/js/dist/formio.form.min.js'),
    [DEFINITION]: definition(form),
    'app.js': await minified(first + CODE),
  });
}

export const formio = {
  name: 'formio',
  title: 'Form.io',
  files: () => files(formioDefinition()),
};

export const formioPaged = {
  name: 'formio-paged',
  title: 'Form.io, one question a page',
  next: /^Next/,
  effect: QUESTIONS[1].text,
  files: () => files(wizardDefinition()),
};

/** Its documented way round policies that forbid making code from text. */
const NO_EVAL = `for(const from of [window.FormioUtils,Formio.Utils,window.FormioCore])
if(from&&from.Evaluator)from.Evaluator.noeval=true;`;

export const formioWithoutEval = {
  name: 'formio-noeval',
  title: 'Form.io, evaluation turned off',
  files: () => files(formioDefinition(), NO_EVAL),
};
