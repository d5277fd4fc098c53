import type { Messages } from './messages/en'

type Words = Messages['decisions']

export type StatementFacts = {
	outcome: keyof Words['outcomes']
	ground: 'rules' | 'law' | null
	rule: keyof Words['rules'] | null
	law: string
	facts: string
	onReport: boolean
	heldBefore: boolean
}

export type StatementLine = { label: string; text: string; isTyped?: boolean }

/** A statement of reasons in labelled lines: the points of Article 17 (3) of Regulation (EU) 2022/2065. */
export function statementOf(facts: StatementFacts, words: Words): StatementLine[] {
	const { outcome, ground, rule, law, facts: typed, onReport, heldBefore } = facts
	const lines: StatementLine[] = [{ label: words.decision, text: words.outcomes[outcome] }]
	if (ground) {
		const text = rule ? words.byRule(words.rules[rule]) : words.byLaw(law)
		lines.push({ label: words.ground, text }, { label: words.scope, text: words.scopeText })
	}
	if (typed) lines.push({ label: words.facts, text: typed, isTyped: true })
	lines.push(
		{ label: words.origin, text: onReport ? words.onReport : words.onOwnInitiative },
		{ label: words.machines, text: heldBefore ? words.heldBefore : words.noMachine },
	)
	return lines
}
