import { DateTime, type Locale } from '@/components/layout/date-time'
import type { FoundVersion } from '@/domain/articles/public-history'
import type { DiffParagraph, DiffRun } from '@/lib/word-diff'
import styles from './history.module.css'

type FieldDiff = { label: string; changed: boolean; paragraphs: DiffParagraph[] }

type Props = {
	found: FoundVersion
	fields: FieldDiff[]
	locale: Locale
	storyPath: string
	historyPath: string
	/** Path of this page, to which the form adds the other version. */
	path: string
}

/** A published version, with the words that differ from another one marked as removed and added. */
export function VersionComparison({ found, fields, locale, storyPath, historyPath, path }: Props) {
	const { newer, older, total } = found
	const shown = older ? fields.filter(({ changed }) => changed) : fields
	return (
		<div className={styles.history}>
			<h1>{older ? `From version ${older.number} to version ${newer.number}` : `Version ${newer.number}`}</h1>
			<p className={styles.story}>
				<a href={storyPath} dir="auto">
					{newer.headline}
				</a>
			</p>
			<p className={styles.lead}>
				{older && (
					<>
						<del>Removed</del> words are of <DateTime at={older.from} locale={locale} style="minute" />,{' '}
						<ins>added</ins> ones of{' '}
					</>
				)}
				{!older && 'As published on '}
				<DateTime at={newer.from} locale={locale} style="minute" />
				{newer.minor && older ? ', a minor change' : ''}.
			</p>
			<Choice found={found} historyPath={historyPath} path={path} />
			{shown.length === 0 && <p>The words of both versions are the same; their layout may differ.</p>}
			{shown.map(({ label, paragraphs }) => (
				<section key={label} className={styles.field}>
					<h2>{label}</h2>
					{paragraphs.map((paragraph, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are never reordered.
						<Paragraph key={index} paragraph={paragraph} />
					))}
				</section>
			))}
			{older && total > 1 && shown.every(({ label }) => label !== 'Text') && shown.length > 0 && (
				<p className={styles.soft}>The text itself is the same in both.</p>
			)}
		</div>
	)
}

function Choice({ found, historyPath, path }: Pick<Props, 'found' | 'historyPath' | 'path'>) {
	const { total, older, newer } = found
	return (
		<nav className={styles.choice} aria-label="Versions">
			<a href={historyPath}>All versions</a>
			{newer.number < total && (
				<a rel="next" href={`${historyPath}/${newer.number + 1}`}>
					The next change
				</a>
			)}
			{total > 1 && (
				<form method="get" action={path}>
					<label htmlFor="compare-with">Compare with version</label>
					<input
						id="compare-with"
						type="number"
						name="with"
						min={1}
						max={total}
						required
						defaultValue={older?.number ?? total}
					/>
					<button type="submit">Compare</button>
				</form>
			)}
		</nav>
	)
}

const Paragraph = ({ paragraph: { runs } }: { paragraph: DiffParagraph }) => (
	<p dir="auto">
		{runs.map((run, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: runs are never reordered.
			<Run key={index} run={run} />
		))}
	</p>
)

/** Removed and added text is also marked by words, for screen readers and text browsers. */
function Run({ run: { text, change } }: { run: DiffRun }) {
	if (change === 'same') return text
	const Mark = change === 'removed' ? 'del' : 'ins'
	return (
		<Mark>
			<span className={styles.words}>[{change}: </span>
			{text}
			<span className={styles.words}>]</span>
		</Mark>
	)
}
