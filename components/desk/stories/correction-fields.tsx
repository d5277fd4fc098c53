import { SelectField, TextArea } from '@/components/desk/form/fields'
import { CORRECTION_KINDS, CORRECTION_WORDS } from '@/lib/corrections'

const KINDS = CORRECTION_KINDS.map((value) => ({ value, label: CORRECTION_WORDS[value] }))
const PLACEMENTS = [
	{ value: 'foot', label: 'Below the story' },
	{ value: 'top', label: 'Above the story' },
]

/** Names of the fields, for the disclosure around them. */
export const CORRECTION_FIELDS = ['correctionKind', 'correctionText', 'correctionPlacement']

/** Fields of a correction, in a form of its own and beside the update that it explains. */
export const CorrectionFields = () => (
	<>
		<SelectField name="correctionKind" label="Kind" value="correction" options={KINDS} />
		<TextArea
			name="correctionText"
			label="What readers are told"
			hint="What was wrong, and what is right. It is permanent: a mistake in it is mended by another note."
			rows={3}
		/>
		<SelectField name="correctionPlacement" label="Shown" value="foot" options={PLACEMENTS} />
	</>
)
