export const CORRECTION_KINDS = ['correction', 'clarification', 'update'] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

export const CORRECTION_PLACEMENTS = ['foot', 'top'] as const
export type CorrectionPlacement = (typeof CORRECTION_PLACEMENTS)[number]

/** The word printed before a correction, by kind. */
export const CORRECTION_WORDS: Record<CorrectionKind, string> = {
	correction: 'Correction',
	clarification: 'Clarification',
	update: 'Update',
}

/** In characters: the error and its correction in a paragraph. */
export const CORRECTION_LENGTH_MAX = 1_000

export const correctionId = (id: number): string => `correction-${id}`
