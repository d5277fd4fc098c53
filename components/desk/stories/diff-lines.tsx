import type { DiffLine } from '@/lib/line-diff'
import styles from './history.module.css'

type Chunk = { change: DiffLine['change']; texts: string[] }

/** Unchanged lines shown before and after a change; longer runs are folded. */
const CONTEXT_LINES = 1

/** Lines of a diff. Removed and added lines are marked by words and signs, for readers without colours. */
export function DiffLines({ lines, folds }: { lines: DiffLine[]; folds: boolean }) {
	const chunks = chunksOf(lines)
	return (
		<div className={styles.lines}>
			{chunks.map(({ change, texts }, index) =>
				change === 'same' ? (
					// biome-ignore lint/suspicious/noArrayIndexKey: chunks are never reordered.
					<Same key={index} texts={texts} folds={folds} isFirst={index === 0} isLast={!chunks[index + 1]} />
				) : (
					// biome-ignore lint/suspicious/noArrayIndexKey: chunks are never reordered.
					<Changed key={index} change={change} texts={texts} />
				),
			)}
		</div>
	)
}

function chunksOf(lines: DiffLine[]): Chunk[] {
	const chunks: Chunk[] = []
	for (const { text, change } of lines) {
		const last = chunks.at(-1)
		if (last?.change === change) last.texts.push(text)
		else chunks.push({ change, texts: [text] })
	}
	return chunks
}

function Changed({ change, texts }: { change: 'removed' | 'added'; texts: string[] }) {
	const Mark = change === 'removed' ? 'del' : 'ins'
	return (
		<div className={styles[change]}>
			<p className={styles.sign}>{change === 'removed' ? '− Removed' : '+ Added'}</p>
			<Mark>
				<Paragraphs texts={texts} />
			</Mark>
		</div>
	)
}

type SameProps = { texts: string[]; folds: boolean; isFirst: boolean; isLast: boolean }

function Same({ texts, folds, isFirst, isLast }: SameProps) {
	const start = isFirst ? 0 : CONTEXT_LINES
	const end = texts.length - (isLast ? 0 : CONTEXT_LINES)
	if (!folds || end - start < 2) return <Paragraphs texts={texts} />
	return (
		<>
			<Paragraphs texts={texts.slice(0, start)} />
			<details>
				<summary>{end - start} lines without a change</summary>
				<Paragraphs texts={texts.slice(start, end)} />
			</details>
			<Paragraphs texts={texts.slice(end)} />
		</>
	)
}

const Paragraphs = ({ texts }: { texts: string[] }) =>
	texts.map((text, index) => (
		// biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and are never reordered.
		<p key={index} dir="auto">
			{text}
		</p>
	))
