import { QUESTIONS } from '../form.mjs';
import { reactPage, REACT_IMPORTS, wholeSchema } from './json-schema.mjs';
import { bundled, definition, DEFINITION, page, SCORE_CODE } from './kit.mjs';

function control({ id, shownIf }) {
  return {
    type: 'Control',
    scope: `#/properties/${id}`,
    options: { format: 'radio' },
    ...(shownIf
      ? {
          rule: {
            effect: 'SHOW',
            condition: {
              scope: `#/properties/${shownIf.question}`,
              schema: { const: shownIf.points },
              failWhenUndefined: true,
            },
          },
        }
      : {}),
  };
}

const CODE = `${REACT_IMPORTS}
import {JsonForms} from '@jsonforms/react';
import {vanillaCells,vanillaRenderers} from '@jsonforms/vanilla-renderers';
${SCORE_CODE}
const {schema,layout}=window.DEFINITION;
${reactPage(
  `<JsonForms schema={schema} uischema={layout} data={data} renderers={vanillaRenderers}
    cells={vanillaCells} onChange={(now)=>setData(now.data)}/>`,
)}`;

/** With its renderers of plain HTML; it ships no styles for them. */
export const jsonforms = {
  name: 'jsonforms',
  title: 'JSON Forms',
  async files() {
    const layout = { type: 'VerticalLayout', elements: QUESTIONS.map(control) };
    return page({
      [DEFINITION]: definition({ schema: wholeSchema, layout }),
      'app.js': await bundled(CODE),
    });
  },
};
