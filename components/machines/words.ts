import {
	MACHINE_USES,
	type MachineAnswer,
	type MachineAnswers,
	type MachinePolicy,
	type MachineUse,
	permits,
} from '@/lib/machine-answers'
import { DECLARED_CRAWLERS, type DeclaredCrawler } from './crawlers'

/** The answer of each use, as machines are told it. */
const SENTENCES: Record<MachineUse, Record<MachineAnswer, string>> = {
	search: {
		yes: 'Search engines may list your pages, with a link and a short excerpt.',
		no: 'Search engines are asked not to list your pages.',
		licence: 'Search engines may list your pages under your licence; without it they are asked not to.',
	},
	answers: {
		yes: 'AI assistants may read your pages to answer people’s questions.',
		no: 'AI assistants are asked not to answer from your pages.',
		licence: 'AI assistants may answer from your pages under your licence; without it they are asked not to.',
	},
	training: {
		yes: 'AI companies may train their models on your pages.',
		no: 'AI companies are told not to train their models on your pages.',
		licence: 'AI companies may train their models on your pages under your licence; without it they may not.',
	},
}

/** What machines are told, one sentence a use. */
export const policySentences = (answers: MachineAnswers): string[] =>
	MACHINE_USES.map((use) => SENTENCES[use][answers[use]])

/** Declared crawlers that are asked to stay away from the site. */
export const refusedCrawlers = ({ site }: Pick<MachinePolicy, 'site'>): DeclaredCrawler[] =>
	DECLARED_CRAWLERS.filter(({ uses }) => !uses.every((use) => permits(site, use)))

export const USE_LABELS: Record<MachineUse, string> = {
	search: 'Search',
	answers: 'AI answers',
	training: 'AI training',
}

export const ANSWER_LABELS: Record<MachineAnswer, string> = { yes: 'Yes', no: 'No', licence: 'By licence' }
