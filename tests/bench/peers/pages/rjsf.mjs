import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { QUESTIONS } from '../form.mjs';
import { conditionalSchema, reactPage, REACT_IMPORTS } from './json-schema.mjs';
import { bundled, definition, DEFINITION, page, peersFolder, SCORE_CODE } from './kit.mjs';

const widgets = Object.fromEntries(QUESTIONS.map(({ id }) => [id, { 'ui:widget': 'radio' }]));

/** As it comes, it answers each question with the first choice. */
const NOTHING_CHOSEN = "{{constAsDefaults:'never'}}";

const FORM = `<Form schema={schema} uiSchema={widgets} formData={data} validator={validator}
  experimental_defaultFormStateBehavior=${NOTHING_CHOSEN}
  onChange={(now)=>setData(now.formData)}/>`;

/** Its core theme of plain HTML; it ships no styles for it. */
export const rjsf = {
  name: 'rjsf',
  title: 'RJSF',
  async files() {
    const code = `${REACT_IMPORTS}
import Form from '@rjsf/core';
import validator from '@rjsf/validator-ajv8';
${SCORE_CODE}
const {schema,widgets}=window.DEFINITION;
${reactPage(FORM)}`;
    return page({
      [DEFINITION]: definition({ schema: conditionalSchema, widgets }),
      'app.js': await bundled(code),
    });
  },
};

/** With validators made at build time, its documented way round policies that forbid making code from text. */
export const rjsfPrecompiled = {
  name: 'rjsf-precompiled',
  title: 'RJSF, precompiled',
  async files() {
    const validators = await precompiled();
    const code = `${REACT_IMPORTS}
import Form from '@rjsf/core';
import {createPrecompiledValidator} from '@rjsf/validator-ajv8';
import * as made from ${JSON.stringify(validators)};
${SCORE_CODE}
const {schema,widgets}=window.DEFINITION;
const validator=createPrecompiledValidator(made.default??made,schema);
${reactPage(FORM)}`;
    return page({
      [DEFINITION]: definition({ schema: conditionalSchema, widgets }),
      'app.js': await bundled(code),
    });
  },
};

/** Beside the packages, as what is made imports some of them. */
async function precompiled() {
  const folder = path.join(peersFolder, 'node_modules/.made');
  const file = path.join(folder, 'validators.cjs');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const require = createRequire(import.meta.url);
  const compile = require('@rjsf/validator-ajv8/compileSchemaValidators').default;
  quietly(() => compile(conditionalSchema, file));
  return file;
}

/** It says on the console what it does. */
function quietly(work) {
  const { log } = console;
  console.log = () => {};
  try {
    work();
  } finally {
    console.log = log;
  }
}
