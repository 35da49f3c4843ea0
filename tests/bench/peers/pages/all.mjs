import { floor } from './floor.mjs';
import { formio, formioPaged, formioWithoutEval } from './formio.mjs';
import { jsonforms } from './jsonforms.mjs';
import { lforms } from './lforms.mjs';
import { rjsf, rjsfPrecompiled } from './rjsf.mjs';
import { surveyjs, surveyjsPaged } from './surveyjs.mjs';
import { waymark } from './waymark.mjs';

/**
 * `name`, `title`; `files()`: what is served, by path; `begin`: the button before the first question; `next`: the button
 * to the next, where there is one a page; `effect`: the text that then comes.
 */
export const PAGES = [
  floor,
  waymark,
  rjsfPrecompiled,
  rjsf,
  jsonforms,
  surveyjs,
  surveyjsPaged,
  formio,
  formioPaged,
  formioWithoutEval,
  lforms,
];
