import type { DiffParagraph, DiffRun } from '@/lib/word-diff'
import styles from './history.module.css'

type Row =
	| { kind: 'same'; texts: string[] }
	/** Whole paragraphs of one text in place of those of the other. */
	| { kind: 'replaced'; removed: string[]; added: string[] }
	/** A paragraph with changed words. */
	| { kind: 'changed'; runs: DiffRun[] }

/** Unchanged paragraphs shown before and after a change; longer runs are folded. */
const CONTEXT = 1

/**
 * A comparison side by side, on a narrow screen one below the other. Removals and additions are marked by
 * words and signs, for readers without colours.
 */
export function DiffRows({ paragraphs, folds }: { paragraphs: DiffParagraph[]; folds: boolean }) {
	const rows = rowsOf(paragraphs)
	return (
		<div className={styles.lines}>
			{rows.map((row, index) => {
				// Rows are never reordered.
				const key = String(index)
				if (row.kind === 'changed') return <Changed key={key} runs={row.runs} />
				if (row.kind === 'replaced') return <Replaced key={key} {...row} />
				return (
					<Same key={key} texts={row.texts} folds={folds} isFirst={index === 0} isLast={!rows[index + 1]} />
				)
			})}
		</div>
	)
}

const textOf = (runs: DiffRun[]): string => runs.map(({ text }) => text).join('')

function rowsOf(paragraphs: DiffParagraph[]): Row[] {
	const rows: Row[] = []
	for (const { change, runs } of paragraphs) {
		const last = rows.at(-1)
		if (change === 'changed') rows.push({ kind: 'changed', runs })
		else if (change === 'same') {
			if (last?.kind === 'same') last.texts.push(textOf(runs))
			else rows.push({ kind: 'same', texts: [textOf(runs)] })
		} else if (last?.kind === 'replaced') last[change].push(textOf(runs))
		else rows.push({ kind: 'replaced', removed: [], added: [], [change]: [textOf(runs)] })
	}
	return rows
}

function Replaced({ removed, added }: { removed: string[]; added: string[] }) {
	return (
		<div className={styles.row}>
			{removed.length > 0 && (
				<div className={styles.removed}>
					<p className={styles.sign}>− Removed</p>
					<del>
						<Paragraphs texts={removed} />
					</del>
				</div>
			)}
			{added.length > 0 && (
				<div className={styles.added}>
					<p className={styles.sign}>+ Added</p>
					<ins>
						<Paragraphs texts={added} />
					</ins>
				</div>
			)}
		</div>
	)
}

function Changed({ runs }: { runs: DiffRun[] }) {
	return (
		<div className={styles.row}>
			<div className={styles.removed}>
				<p className={styles.sign}>− Before</p>
				<Words runs={runs} without="added" />
			</div>
			<div className={styles.added}>
				<p className={styles.sign}>+ After</p>
				<Words runs={runs} without="removed" />
			</div>
		</div>
	)
}

function Words({ runs, without }: { runs: DiffRun[]; without: 'removed' | 'added' }) {
	const Mark = without === 'added' ? 'del' : 'ins'
	return (
		<p className={styles.words} dir="auto">
			{runs
				.filter(({ change }) => change !== without)
				.map(({ text, change }, index) =>
					// biome-ignore lint/suspicious/noArrayIndexKey: runs are never reordered.
					change === 'same' ? text : <Mark key={index}>{text}</Mark>,
				)}
		</p>
	)
}

type SameProps = { texts: string[]; folds: boolean; isFirst: boolean; isLast: boolean }

function Same({ texts, folds, isFirst, isLast }: SameProps) {
	const start = isFirst ? 0 : CONTEXT
	const end = texts.length - (isLast ? 0 : CONTEXT)
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
