import { QUESTIONS } from '../form.mjs';
import { definition, DEFINITION, minified, page, published } from './kit.mjs';

const STRUCTURES = 'http://hl7.org/fhir/StructureDefinition';

const radioButtons = {
  url: `${STRUCTURES}/questionnaire-itemControl`,
  valueCodeableConcept: {
    coding: [{ system: 'http://hl7.org/fhir/questionnaire-item-control', code: 'radio-button' }],
  },
};

/** The code of a choice, which tells its points. */
export const coding = (points) => ({ code: `c${points}`, system: 'urn:x' });

function item({ id, text, options, shownIf }) {
  return {
    linkId: id,
    text,
    type: 'choice',
    extension: [radioButtons],
    answerOption: options.map((option) => ({
      extension: [{ url: `${STRUCTURES}/ordinalValue`, valueDecimal: option.points }],
      valueCoding: { ...coding(option.points), display: option.text },
    })),
    ...(shownIf
      ? {
          enableWhen: [
            { question: shownIf.question, operator: '=', answerCoding: coding(shownIf.points) },
          ],
        }
      : {}),
  };
}

/** The sum of nothing is nothing in FHIRPath. */
const answered = `%resource.item.where(linkId!='total').answer.value`;
export const SUM = `iif(${answered}.exists(), ${answered}.weight().sum(), 0)`;

export function fhirQuestionnaire() {
  return {
    resourceType: 'Questionnaire',
    status: 'draft',
    title: 'Skills check',
    name: 'skills',
    item: [
      ...QUESTIONS.map(item),
      {
        linkId: 'total',
        text: 'Your score',
        type: 'decimal',
        readOnly: true,
        extension: [
          {
            url: 'http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression',
            valueExpression: { language: 'text/fhirpath', expression: SUM },
          },
        ],
      },
    ],
  };
}

const BUILT = 'lforms/dist/lforms';

/** Only built files are published. */
export const lforms = {
  name: 'lforms',
  title: 'LHC-Forms',
  async files() {
    return page({
      'styles.css': await published(`${BUILT}/webcomponent/styles.css`),
      'zone.js': await published(`${BUILT}/webcomponent/assets/lib/zone.min.js`),
      'runtime.js': await published(`${BUILT}/webcomponent/runtime.js`),
      'polyfills.js': await published(`${BUILT}/webcomponent/polyfills.js`),
      'main.js': await published(`${BUILT}/webcomponent/main.js`),
      'lformsFHIR.js': await published(`${BUILT}/fhir/R4/lformsFHIR.min.js`),
      [DEFINITION]: definition(fhirQuestionnaire()),
      'app.js': await minified(
        `LForms.Util.addFormToPage(window.DEFINITION,'app',{fhirVersion:'R4'});`,
      ),
    });
  },
};
