'use client'

import { useForm } from '@/components/desk/form/form-context'
import { type DiffLine, lineDiff } from '@/lib/line-diff'
import styles from './edit-conflict.module.css'

/** Both versions of a story after a stale save, with the differences marked; the editor chooses. */
export function EditConflict({ storyId }: { storyId: number | undefined }) {
	const stale = useForm().state.story?.stale
	if (!stale || !storyId) return null
	const lines = lineDiff(stale.theirs, stale.yours)
	return (
		<section className={styles.stale} aria-labelledby="stale-title">
			<h2 id="stale-title">Two versions of this story</h2>
			<p>
				Yours is in the form below, whole. Take over from {stale.by} what you need, then save: your version
				then becomes the newest, and theirs stays in{' '}
				<a href={`/desk/stories/${storyId}/history`} target="_blank" rel="noopener">
					the story’s history
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
		<div className={styles.version}>
			<h3>{title}</h3>
			{/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls, and must do so by keyboard too. */}
			<section className={styles.lines} aria-label={title} tabIndex={0}>
				{shown.map(({ text, change }, index) => (
					// biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and are never reordered.
					<p key={index} dir="auto">
						{change === mark ? <mark>{text}</mark> : text}
					</p>
				))}
			</section>
		</div>
	)
}
