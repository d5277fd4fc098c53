import { DECISIONS, type Decision } from './states'

/** A decided comment with the decision before. */
export type Decided = { id: number; was: Decision }

/** Comments of one decision at most: those of a page. */
const DECIDED_MAX = 200

/** Serializes the undo of a decision: `w3.r12`, the first letter of the earlier decision and the id. */
export const undoText = (decided: Decided[]): string =>
	decided.map(({ id, was }) => `${was.charAt(0)}${id}`).join('.')

/** Parses an undo; null if malformed. */
export function parseUndo(text = ''): Decided[] | null {
	if (!/^[a-z][1-9]\d{0,14}(\.[a-z][1-9]\d{0,14})*$/.test(text)) return null
	const decided = text.split('.').map((part) => ({
		id: Number(part.slice(1)),
		was: DECISIONS.find((decision) => decision.startsWith(part.charAt(0))),
	}))
	const isKnown = (each: (typeof decided)[number]): each is Decided => each.was !== undefined
	return decided.length <= DECIDED_MAX && decided.every(isKnown) ? decided : null
}
