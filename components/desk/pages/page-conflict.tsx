'use client'

import { useForm } from '@/components/desk/form/form-context'
import { type DiffLine, lineDiff } from '@/lib/line-diff'
import styles from './pages.module.css'

/** Both texts of a page after a stale save, with the differences marked. */
export function PageConflict({ pageId }: { pageId: number }) {
	const stale = useForm().state.story?.stale
	if (!stale) return null
	const lines = lineDiff(stale.theirs ?? '', stale.yours ?? '')
	return (
		<section className={styles.conflict} aria-labelledby="conflict-title">
			<h2 id="conflict-title">Two versions of this page</h2>
			<p>
				Yours is in the form below, whole. Take over from {stale.by} what you need, then save: your version
				then becomes the newest, and theirs stays in{' '}
				<a href={`/desk/pages/${pageId}/history`} target="_blank" rel="noopener">
					the page’s history
				</a>{' '}
				(in a new tab).
			</p>
			<div className={styles.versions}>
				<Version title={`${stale.by}, saved ${stale.at}`} lines={lines} without="added" mark="removed" />
				<Version title="Yours, not saved" lines={lines} without="removed" mark="added" />
			</div>
		</section>
	)
}

type Change = DiffLine['change']
type VersionProps = { title: string; lines: DiffLine[]; without: Change; mark: Change }

function Version({ title, lines, without, mark }: VersionProps) {
	const shown = lines.filter(({ change, text }) => change !== without && text.trim() !== '')
	return (
		<section className={styles.version} aria-label={title}>
			<h3>{title}</h3>
			{shown.map(({ text, change }, index) => (
				// biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and are never reordered.
				<p key={index} dir="auto">
					{change === mark ? <mark>{text}</mark> : text}
				</p>
			))}
		</section>
	)
}
