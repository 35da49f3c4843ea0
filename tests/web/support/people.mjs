/** People who come to the page. */

/** From Leeds, three years out caring for children, fifteen years in mechanical engineering. */
export const LEEDS = {
  role: 'returner',
  region: 'yorkshire-and-the-humber',
  work_now: 'not-working',
  away_since: '2023-11',
  out_of_work_since: '2023-11',
  break_reasons: ['childcare'],
  field: 'engineering',
  target: 'same-work',
  experience_years: 15,
  research_years: 0,
  qualification: 'degree',
  right_to_work: true,
  hours_a_week: 15,
  attend: ['online', 'in-person-near'],
  regulated_profession: [],
  professional_bodies: [],
  show_women_only: true,
  sure_say_strengths: 4,
  sure_explain_break: 2,
  sure_learn_tool: 5,
  sure_speak_up: 3,
  last_talked_work: 'longer-ago',
  sure_message_contact: 'fairly-sure',
  has_someone_to_ask: true,
  sure_find_adverts: 3,
  sure_write_cv: 1,
  sure_interview: 2,
  sure_apply_again: 'partly-sure',
  sure_cover_care: 'partly-sure',
  sure_travel: 'very-sure',
  sure_ask_flexible: 3,
  has_place_online: true,
  topics: {
    'mechanical-design': { able: 4, current: 2 },
    simulation: { able: 3, current: 2 },
  },
};

export const LEEDS_TODAY = '2026-11-24';

/** Says as little as the page lets her. */
export const RETICENT = {
  ...Object.fromEntries(Object.keys(LEEDS).map((id) => [id, null])),
  role: 'returner',
  break_reasons: [],
  field: 'engineering',
  target: 'same-work',
  attend: [],
  topics: {},
};
