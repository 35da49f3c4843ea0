// The form as JSON Schema, which two peers take; neither has scores, so those are code of the page.
import { QUESTIONS, TITLE } from '../form.mjs';

function property({ text, options }) {
  return {
    title: text,
    type: 'integer',
    oneOf: options.map((option) => ({ const: option.points, title: option.text })),
  };
}

const propertiesOf = (questions) =>
  Object.fromEntries(questions.map((question) => [question.id, property(question)]));

const conditional = QUESTIONS.filter(({ shownIf }) => shownIf);
const always = QUESTIONS.filter(({ shownIf }) => !shownIf);

/** All questions; what is shown when is said apart. */
export const wholeSchema = { type: 'object', title: TITLE, properties: propertiesOf(QUESTIONS) };

/** What is shown when is part of the schema. */
export const conditionalSchema = {
  type: 'object',
  title: TITLE,
  properties: propertiesOf(always),
  allOf: conditional.map((question) => {
    const { question: by, points } = question.shownIf;
    return {
      if: { properties: { [by]: { const: points } }, required: [by] },
      then: { properties: propertiesOf([question]) },
    };
  }),
};

/** A page in React around a form; `form` is its markup, and `data`, `setData` hold the answers. */
export const reactPage = (form) => `
function App(){
  const [data,setData]=useState({});
  return <>${form}<p id="total" role="status">Your score: {score(data)}</p></>;
}
createRoot(document.getElementById('app')).render(<App/>);`;

export const REACT_IMPORTS = `
import {useState} from 'react';
import {createRoot} from 'react-dom/client';`;
