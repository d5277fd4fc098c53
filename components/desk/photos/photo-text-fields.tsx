import type { ReactNode } from 'react'
import { TextArea, TextField } from '@/components/desk/form/fields'
import type { LengthWarnings } from '@/domain/photos/fields'
import styles from './photos.module.css'

type Words = Partial<
	Record<
		'caption' | 'credit' | 'noCreditReason' | 'creator' | 'agency' | 'alt' | 'rightsEndOn',
		string | null
	>
>

type Props = {
	values: Words
	warnings?: LengthWarnings
	/** Whether the credit was prefilled from the by-line or the copyright notice in the file. */
	creditOffered?: boolean
}

/** Text fields of a photo, used in every story that shows it. */
export function PhotoTextFields({ values, warnings = {}, creditOffered = false }: Props) {
	return (
		<>
			<TextArea
				name="caption"
				label="Caption"
				hint={withWarning('Who, what, where, when: printed under the picture', warnings.caption)}
				value={values.caption ?? ''}
				rows={3}
			/>
			<TextField
				name="credit"
				label="Credit"
				hint={withWarning(
					'Printed after ©, such as AP / Susan Doe',
					warnings.credit,
					creditOffered &&
						'The file has no credit line. This is its by-line or copyright notice; please check it.',
				)}
				value={values.credit ?? ''}
			/>
			<TextField
				name="noCreditReason"
				label="No credit known, because"
				hint="Only where nobody can be credited: for the newsroom, such as where you looked. Readers then see no credit."
				value={values.noCreditReason ?? ''}
			/>
			<TextField
				name="creator"
				label="Photographer"
				hint={withWarning('', warnings.creator)}
				value={values.creator ?? ''}
			/>
			<TextField
				name="agency"
				label="Agency"
				hint={withWarning('', warnings.agency)}
				value={values.agency ?? ''}
			/>
			<TextArea
				name="alt"
				label="Description for blind readers"
				hint={withWarning('What is to be seen, not what it means', warnings.alt)}
				value={values.alt ?? ''}
				rows={2}
			/>
			<TextField
				name="rightsEndOn"
				type="date"
				label="Rights end on"
				hint="The last day on which readers may be shown it; empty if there is none"
				value={values.rightsEndOn ?? ''}
			/>
		</>
	)
}

/** A hint, followed by the warnings. */
export function withWarning(hint: string, ...warnings: (string | false | undefined)[]): ReactNode {
	const shown = warnings.filter((warning) => warning)
	if (shown.length === 0) return hint
	return (
		<>
			{hint}
			{shown.map((warning) => (
				<strong key={String(warning)} className={styles.warning}>
					{warning}
				</strong>
			))}
		</>
	)
}
