import type { ReactNode } from 'react'
import { DateTime, type Locale } from '@/components/layout/date-time'
import { langWithin, storyText } from '@/components/layout/lang'
import { phrase } from '@/components/layout/phrase'
import type { FoundVersion } from '@/domain/articles/public-history'
import { messages } from '@/lib/messages/messages'
import type { DiffParagraph, DiffRun } from '@/lib/word-diff'
import { StoryLink } from '../story-link'
import styles from './history.module.css'

type FieldDiff = { name: string; label: string; changed: boolean; paragraphs: DiffParagraph[] }

type Props = {
	found: FoundVersion
	fields: FieldDiff[]
	locale: Locale
	historyPath: string
	/** Path of this page, to which the form adds the other version. */
	path: string
}

/** A published version, with the words that differ from another one marked as removed and added. */
export function VersionComparison({ found, fields, locale, historyPath, path }: Props) {
	const { newer, older, total } = found
	const words = messages().history
	const shown = older ? fields.filter(({ changed }) => changed) : fields
	return (
		<div className={styles.history}>
			<h1>{older ? words.fromTo(older.number, newer.number) : words.version(newer.number)}</h1>
			<p className={styles.story}>
				<StoryLink story={{ ...newer.article, slug: found.slug }} />
			</p>
			<p className={styles.lead}>{phrase(legendOf(found, locale))}</p>
			<Choice found={found} historyPath={historyPath} path={path} />
			{shown.length === 0 && <p>{words.sameWords}</p>}
			{shown.map(({ label, paragraphs }) => (
				<section key={label} className={styles.field}>
					<h2>{label}</h2>
					{paragraphs.map((paragraph, index) => (
						// biome-ignore lint/suspicious/noArrayIndexKey: paragraphs are never reordered.
						<Paragraph key={index} paragraph={paragraph} language={newer.article.language} />
					))}
				</section>
			))}
			{older && total > 1 && shown.every(({ name }) => name !== 'text') && shown.length > 0 && (
				<p className={styles.soft}>{words.sameText}</p>
			)}
		</div>
	)
}

function legendOf({ older, newer }: FoundVersion, locale: Locale): ReactNode[] {
	const { addedWord, legend, minorLegend, publishedOn, removedWord } = messages().history
	const time = (at: Date) => <DateTime at={at} locale={locale} style="minute" />
	if (!older) return publishedOn<ReactNode>(time(newer.from))
	const explained = newer.minor ? minorLegend<ReactNode> : legend<ReactNode>
	return explained(<del>{removedWord}</del>, time(older.from), <ins>{addedWord}</ins>, time(newer.from))
}

function Choice({ found, historyPath, path }: Pick<Props, 'found' | 'historyPath' | 'path'>) {
	const { total, older, newer } = found
	const words = messages().history
	return (
		<nav className={styles.choice} aria-label={words.versions}>
			<a href={historyPath}>{words.allVersions}</a>{' '}
			{newer.number < total && (
				<a rel="next" href={`${historyPath}/${newer.number + 1}`}>
					{words.nextChange}
				</a>
			)}
			{total > 1 && (
				<form method="get" action={path}>
					<label htmlFor="compare-with">{words.compareWith}</label>
					<input
						id="compare-with"
						type="number"
						name="with"
						min={1}
						max={total}
						required
						defaultValue={older?.number ?? total}
					/>
					<button type="submit">{words.compare}</button>
				</form>
			)}
		</nav>
	)
}

type ParagraphProps = { paragraph: DiffParagraph; language: string }

const Paragraph = ({ paragraph: { runs }, language }: ParagraphProps) => (
	<p {...storyText(language)}>
		{runs.map((run, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: runs are never reordered.
			<Run key={index} run={run} lang={langWithin(language)} />
		))}
	</p>
)

/** Removed and added text is also marked by words, for screen readers and text browsers. */
function Run({ run: { text, change }, lang }: { run: DiffRun; lang: string | undefined }) {
	if (change === 'same') return text
	const Mark = change === 'removed' ? 'del' : 'ins'
	return (
		<Mark>
			<span className={styles.words} lang={lang}>
				[{messages().history[change]}:{' '}
			</span>
			{text}
			<span className={styles.words}>]</span>
		</Mark>
	)
}
