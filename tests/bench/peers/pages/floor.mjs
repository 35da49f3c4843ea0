import { QUESTIONS } from '../form.mjs';
import { minified, page, SCORE_CODE } from './kit.mjs';

function choice({ id }, { text, points }, place) {
  const name = `${id}-${place}`;
  return `<div><input type="radio" name="${id}" id="${name}" value="${points}"> <label for="${name}">${text}</label></div>`;
}

function group(question) {
  const { id, text, options, shownIf } = question;
  const choices = options.map((option, place) => choice(question, option, place)).join('');
  return `<fieldset id="${id}"${shownIf ? ' hidden' : ''}><legend>${text}</legend>${choices}</fieldset>`;
}

const CODE = `${SCORE_CODE}
const total=document.getElementById('total');
function update(){
  const answers={};
  for(const input of document.querySelectorAll('input:checked'))answers[input.name]=+input.value;
  for(const [id,by,points] of QUESTIONS)if(by)document.getElementById(id).hidden=answers[by]!==points;
  total.textContent='Your score: '+score(answers);
}
document.addEventListener('change',update);
update();`;

/** What no tool can be below: the same text in the page itself, and a plain loop. */
export const floor = {
  name: 'floor',
  title: 'static page, plain loop (floor)',
  async files() {
    const body = `${QUESTIONS.map(group).join('')}<p id="total" role="status">Your score: 0</p>`;
    return page({ 'app.js': await minified(CODE) }, body);
  },
};
