// The rules in the words of every engine. Each `make` gives a function that judges one person by one rule: YES, NO or,
// where the engine can say so, UNKNOWN.
import { celEnv, isCelError, parse, plan } from '@bufbuild/cel';
import { Environment } from '@marcbachmann/cel-js';
import { LogicEngine } from 'json-logic-engine';
import jsonLogic from 'json-logic-js';
import Publicodes from 'publicodes';
import { ASKED } from './rule-set.mjs';
import { NO, threeValued, UNKNOWN, YES } from './truth.mjs';
import { celOf } from './waymark-rules.mjs';

const verdict = (value) => (value ? YES : NO);

function jsonLogicOf([operation, ...rest]) {
  switch (operation) {
    case 'and':
    case 'or':
      return { [operation]: rest.map(jsonLogicOf) };
    case 'not':
      return { '!': [jsonLogicOf(rest[0])] };
    default:
      return { [operation]: [{ var: rest[0] }, rest[1]] };
  }
}

function publicodesOf([operation, ...rest]) {
  const all = { and: 'toutes ces conditions', or: 'une de ces conditions' };
  const word = (value) => {
    if (typeof value === 'boolean') return value ? 'oui' : 'non';
    return typeof value === 'string' ? `'${value}'` : value;
  };
  const [first, value] = rest;
  switch (operation) {
    case 'and':
    case 'or':
      return { [all[operation]]: rest.map(publicodesOf) };
    case 'not': // of yes and no alone
      return `${first[1]} = ${word(!first[2])}`;
    case 'in':
      return { [all.or]: value.map((each) => `${first} = ${word(each)}`) };
    case '==':
      return `${first} = ${word(value)}`;
    default:
      return `${first} ${operation} ${word(value)}`;
  }
}

/** Names of its rules may not have an underscore. */
const publicodesName = (name) => name.replaceAll('_', ' ');

/** One situation holds for all rules, so people are taken one after the other. */
function makePublicodes(rules) {
  const quiet = () => {};
  const renamed = (rule) =>
    rule.map((part, place) => {
      if (Array.isArray(part) && place > 0 && typeof part[0] === 'string' && rule[0] !== 'in')
        return renamed(part);
      return place === 1 && typeof part === 'string' ? publicodesName(part) : part;
    });
  const names = rules.map((_, place) => `rule ${place}`);
  const engine = new Publicodes(
    {
      ...Object.fromEntries(Object.keys(ASKED).map((name) => [publicodesName(name), {}])),
      ...Object.fromEntries(
        rules.map((rule, place) => [names[place], publicodesOf(renamed(rule))]),
      ),
    },
    { logger: { log: quiet, warn: quiet, error: quiet } },
  );
  const situationOf = (person) =>
    Object.fromEntries(
      Object.entries(person).map(([name, value]) => {
        if (typeof value === 'boolean') return [publicodesName(name), value ? 'oui' : 'non'];
        return [publicodesName(name), typeof value === 'string' ? `'${value}'` : value];
      }),
    );
  return {
    enter: (person) => engine.setSituation(situationOf(person)),
    judge: (_, rule) => {
      const { nodeValue } = engine.evaluate(names[rule]);
      return nodeValue === undefined ? UNKNOWN : verdict(nodeValue);
    },
  };
}

/** `people`: how many a run judges, fewer where it would take long. */
export const ENGINES = [
  {
    name: 'closures',
    title: 'three-valued closures in JavaScript (floor)',
    people: 10_000,
    make(rules) {
      const closures = rules.map(threeValued);
      return { judge: (person, rule) => closures[rule](person) };
    },
  },
  {
    name: 'json-logic-engine-built',
    title: 'json-logic-engine, compiled (makes code from text)',
    people: 10_000,
    make(rules) {
      const engine = new LogicEngine();
      const built = rules.map((rule) => engine.build(jsonLogicOf(rule)));
      return { judge: (person, rule) => verdict(built[rule](person)) };
    },
  },
  {
    name: 'json-logic-engine',
    title: 'json-logic-engine, interpreted',
    people: 10_000,
    make(rules) {
      const engine = new LogicEngine();
      const logic = rules.map(jsonLogicOf);
      return { judge: (person, rule) => verdict(engine.run(logic[rule], person)) };
    },
  },
  {
    name: 'json-logic-js',
    title: 'json-logic-js',
    people: 10_000,
    make(rules) {
      const logic = rules.map(jsonLogicOf);
      return { judge: (person, rule) => verdict(jsonLogic.apply(logic[rule], person)) };
    },
  },
  {
    name: '@bufbuild/cel',
    title: '@bufbuild/cel, planned once',
    people: 500,
    make(rules) {
      const env = celEnv();
      const planned = rules.map((rule) => plan(env, parse(celOf(rule))));
      return {
        judge(person, rule) {
          const value = planned[rule](person);
          return isCelError(value) ? UNKNOWN : verdict(value);
        },
      };
    },
  },
  {
    name: '@marcbachmann/cel-js',
    title: '@marcbachmann/cel-js, parsed once',
    people: 500,
    make(rules) {
      const env = new Environment({ unlistedVariablesAreDyn: true });
      const parsed = rules.map((rule) => env.parse(celOf(rule)));
      return {
        judge(person, rule) {
          try {
            return verdict(parsed[rule](person));
          } catch {
            return UNKNOWN;
          }
        },
      };
    },
  },
  { name: 'publicodes', title: 'publicodes', people: 20, make: makePublicodes },
];
