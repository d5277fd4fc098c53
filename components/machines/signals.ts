import { MACHINE_USES, type MachineAnswers, type MachineUse, permits } from '@/lib/machine-answers'

/**
 * Labels of "A Vocabulary For Expressing AI Usage Preferences", draft-ietf-aipref-vocab-08 of 14 September 2026. It is
 * a working draft: a later one may rename them, and machines ignore unknown labels.
 */
const AIPREF_LABELS: Record<MachineUse, string> = {
	search: 'search',
	answers: 'ai-use',
	training: 'train-ai',
}

/** Names of the Content Signals Policy (contentsignals.org, 24 September 2025). */
const SIGNAL_NAMES: Record<MachineUse, string> = {
	search: 'search',
	answers: 'ai-input',
	training: 'ai-train',
}

/** Value of `Content-Usage`: a dictionary of RFC 9651 with the tokens `y` and `n`. By licence is `n`. */
export const contentUsage = (answers: MachineAnswers): string =>
	MACHINE_USES.map((use) => `${AIPREF_LABELS[use]}=${permits(answers, use) ? 'y' : 'n'}`).join(', ')

/** Value of `Content-Signal` for the given uses; null without any. By licence is `no`. */
export function contentSignal(answers: MachineAnswers, uses = MACHINE_USES as readonly MachineUse[]) {
	if (uses.length === 0) return null
	return uses.map((use) => `${SIGNAL_NAMES[use]}=${permits(answers, use) ? 'yes' : 'no'}`).join(', ')
}
