export const cancelled = 'Hakuna ufunguo wa siri uliotumika. Unaweza kujaribu tena au kuendelea bila huo.'
export const unreachable = 'Tovuti haikuweza kufikiwa. Tafadhali jaribu tena baada ya muda mfupi.'
