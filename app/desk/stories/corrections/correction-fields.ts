import type { FormInput } from '@/app/desk/desk-action'
import type { TypedCorrection } from '@/domain/corrections'

/** The fields of a correction in a submitted form. */
export const correctionIn = ({ text }: Pick<FormInput, 'text'>): TypedCorrection => ({
	kind: text('correctionKind'),
	placement: text('correctionPlacement'),
	text: text('correctionText'),
})
