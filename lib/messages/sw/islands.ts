import type { Format } from '../format'

const RELOAD = 'Pakia ukurasa upya uone kama ulichotuma kimehifadhiwa.'

export const lookAgain = 'Tafadhali angalia hapa tena'
export const notPostedYet = 'Maoni yako bado hayajachapishwa'
export const posting = 'Inatuma…'
export const posted = 'Maoni yako yamechapishwa.'
export const held = 'Maoni yako yametumwa na yanasubiri idhini.'
export const showNew = ({ plural }: Format<'sw'>, count: number) =>
	plural(count, { one: 'Onyesha maoni mapya #', other: 'Onyesha maoni mapya #' })
export const countOf = ({ number }: Format<'sw'>, count: number, max: number) =>
	`${number(count)} kati ya ${number(max)}`
export const tooMany = ({ number }: Format<'sw'>, count: number) => `${number(count)} zimezidi`
export const charactersTooMany = ({ plural }: Format<'sw'>, count: number) =>
	plural(count, { one: 'Herufi # imezidi', other: 'Herufi # zimezidi' })
export const charactersLeft = ({ plural }: Format<'sw'>, count: number) =>
	plural(count, { one: 'Imebaki herufi #', other: 'Zimebaki herufi #' })
export const unreachable = `Tovuti haikuweza kufikiwa. ${RELOAD}`
export const timedOut = `Tovuti haikujibu kwa wakati. ${RELOAD}`
export const serverError = `Kuna hitilafu upande wetu. ${RELOAD}`
export const moodCast = (_: Format<'sw'>, mood: string, votes: string) => `${mood}, ${votes}, hisia yako`
export const moodWithdrawn = (_: Format<'sw'>, mood: string, votes: string) =>
	`${mood}, ${votes}, hisia yako imeondolewa`
export const notRated = 'Hakuna aliyeipa habari hii alama.'
export const ratingWithdrawn = (_: Format<'sw'>, all: string) => `Alama yako imeondolewa. ${all}`
export const share = 'Shiriki…'
export const copyLink = 'Nakili kiungo'
export const copied = 'Kimenakiliwa'
export const linkCopied = 'Kiungo kimenakiliwa.'
export const linkSelected = 'Kiungo kimechaguliwa, tayari kunakiliwa.'
export const switchOn = 'Washa'
export const switchOff = 'Zima'
export const keptSince = (_: Format<'sw'>, time: string) => `Imehifadhiwa tangu ${time}`
export const removeKept = 'Ondoa'
export const removeCopyOf = (_: Format<'sw'>, title: string) => `Ondoa nakala ya “${title}”`
export const copyRemoved = 'Nakala imeondolewa.'
export const copiesRemoved = 'Nakala zote zimeondolewa.'
export const noCopies = 'Hakuna habari iliyohifadhiwa kwenye kifaa hiki.'
