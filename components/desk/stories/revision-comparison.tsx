import type { ReactNode } from 'react'
import deskStyles from '@/components/desk/desk.module.css'
import type { DiffParagraph } from '@/lib/word-diff'
import { DiffRows } from './diff-rows'
import styles from './history.module.css'

type FieldDiff = { label: string; changed: boolean; paragraphs: DiffParagraph[] }
type Props = { older: number; newer: number; fields: FieldDiff[] }

/** The changed fields from one version to another, then the unchanged ones. */
export function RevisionComparison({ older, newer, fields }: Props) {
	const changed = fields.filter((field) => field.changed)
	const same = fields.filter((field) => !field.changed)
	if (older === newer) return <Section title="What this version says" fields={fields} />
	return (
		<>
			<Section title={`From version ${older} to version ${newer}`} fields={changed}>
				<p className={deskStyles.soft}>
					{changed.length > 0
						? `“Removed” stands only in version ${older}, “added” only in version ${newer}.`
						: 'Both versions say the same.'}
				</p>
			</Section>
			{same.length > 0 && (
				<details className={styles.unchanged}>
					<summary>The same in both: {same.map(({ label }) => label.toLowerCase()).join(', ')}</summary>
					<Fields fields={same} />
				</details>
			)}
		</>
	)
}

function Section({ title, fields, children }: { title: string; fields: FieldDiff[]; children?: ReactNode }) {
	return (
		<section className={styles.comparison} aria-labelledby="comparison-title">
			<h2 id="comparison-title">{title}</h2>
			{children}
			<Fields fields={fields} />
		</section>
	)
}

const Fields = ({ fields }: { fields: FieldDiff[] }) =>
	fields.map(({ label, paragraphs, changed }) => (
		<div key={label} className={styles.field}>
			<h3>{label}</h3>
			{paragraphs.length > 0 ? (
				<DiffRows paragraphs={paragraphs} folds={changed} />
			) : (
				<p className={deskStyles.soft}>Empty</p>
			)}
		</div>
	))
