import { TextArea, TextField } from '@/components/desk/form/fields'

type Words = Partial<Record<'caption' | 'credit' | 'creator' | 'agency' | 'alt', string | null>>

/** The words that go with a photograph into every story. */
export function PhotoWords({ values }: { values: Words }) {
	return (
		<>
			<TextArea
				name="caption"
				label="Caption"
				hint="Who, what, where, when: printed under the picture"
				value={values.caption ?? ''}
				rows={3}
			/>
			<TextField
				name="credit"
				label="Credit"
				hint="Printed after ©, such as AP / Susan Doe"
				value={values.credit ?? ''}
			/>
			<TextField name="creator" label="Photographer" value={values.creator ?? ''} />
			<TextField name="agency" label="Agency" value={values.agency ?? ''} />
			<TextArea
				name="alt"
				label="Description for blind readers"
				hint="What is to be seen, not what it means"
				value={values.alt ?? ''}
				rows={2}
			/>
		</>
	)
}
