'use client'

import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import { useField, useForm } from '@/components/desk/form/form-context'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DiffRun } from '@/lib/word-diff'
import styles from './merge.module.css'

export type MergeConflict = {
	kind: 'conflict'
	/** Names of the radio buttons, and of the field for a written text. */
	choice: string
	written: string
	mine: string[]
	theirs: string[]
	/** Words of each pair of lines, theirs as removed and mine as added. */
	runs: DiffRun[][] | null
	/** Whether both texts, and one written here, may stand in this place. */
	both: boolean
	mayWrite: boolean
	legend?: string
}
export type MergedRun = { kind: 'merged'; by: string | null; lines: string[] }
export type MergeSection = { label: string; parts: (MergeConflict | MergedRun)[] }

type Props = {
	action: FormAction
	storyId: number
	token: string
	theirsId: number
	/** Name of the other text's author. */
	by: string
	sections: MergeSection[]
}

/** The merge of two texts of a story; conflicts are resolved by the writer's choice. */
export function MergeForm({ action, storyId, token, theirsId, by, sections }: Props) {
	return (
		<DeskForm id="merge" action={action} label="Put both texts together" className={styles.merge}>
			<input type="hidden" name="story" value={storyId} />
			<input type="hidden" name="autosave" value={token} />
			<input type="hidden" name="theirs" value={theirsId} />
			{sections.map(({ label, parts }) => (
				<section key={label} className={styles.section} aria-label={label}>
					<h2>{label}</h2>
					{parts.map((part, index) =>
						part.kind === 'conflict' ? (
							<Conflict key={part.choice} conflict={part} label={label} by={by} />
						) : (
							// biome-ignore lint/suspicious/noArrayIndexKey: parts are never reordered.
							<Merged key={index} run={part} />
						),
					)}
				</section>
			))}
			<div className={formStyles.actions}>
				<Submit variant="primary">Save the merged text</Submit>
				<a href={`/desk/stories/${storyId}`} className={formStyles.plain}>
					Decide later
				</a>
			</div>
		</DeskForm>
	)
}

function Merged({ run: { by, lines } }: { run: MergedRun }) {
	if (lines.length === 0) return null
	if (by)
		return (
			<div className={styles.own}>
				<p className={deskStyles.soft}>
					Changed by <bdi>{by}</bdi> alone
				</p>
				<Lines lines={lines} />
			</div>
		)
	return (
		<details className={styles.merged}>
			<summary>{lines.length === 1 ? '1 part' : `${lines.length} parts`} the same in both</summary>
			<Lines lines={lines} />
		</details>
	)
}

type ConflictProps = { conflict: MergeConflict; label: string; by: string }

function Conflict({ conflict, label, by }: ConflictProps) {
	const { choice, written, mine, theirs, runs, both, mayWrite, legend } = conflict
	const { id, error } = useField(choice, '')
	const { value } = useField(written, [...theirs, ...mine].join('\n\n'))
	return (
		<fieldset id={id} className={styles.conflict} tabIndex={-1}>
			<legend>{legend ?? 'Both of you changed this place'}</legend>
			{error && <p className={formStyles.error}>{error}</p>}
			<div className={styles.sides}>
				<Side name={choice} value="mine" title="Yours" lines={mine} runs={runs} />
				<Side name={choice} value="theirs" title={`${by}’s`} lines={theirs} runs={runs} />
			</div>
			{both && <Radio name={choice} value="both" title={`Both, first ${by}’s`} />}
			{mayWrite && (
				<>
					<Radio name={choice} value="written" title="As written here:" />
					<textarea
						name={written}
						defaultValue={value}
						rows={3}
						dir="auto"
						className={formStyles.input}
						aria-label={`${label}, as written here`}
					/>
				</>
			)}
		</fieldset>
	)
}

type SideProps = {
	name: string
	value: 'mine' | 'theirs'
	title: string
	lines: string[]
	runs: DiffRun[][] | null
}

function Side({ name, value, title, lines, runs }: SideProps) {
	return (
		<div className={styles.side}>
			<Radio name={name} value={value} title={title} />
			{lines.length === 0 ? (
				<p className={deskStyles.soft}>Deleted</p>
			) : runs ? (
				<Words runs={runs} without={value === 'mine' ? 'removed' : 'added'} />
			) : (
				<Lines lines={lines} />
			)}
		</div>
	)
}

function Radio({ name, value, title }: { name: string; value: string; title: string }) {
	const { state } = useForm()
	return (
		<label className={styles.radio}>
			<input type="radio" name={name} value={value} defaultChecked={state.values?.[name]?.[0] === value} />
			<span dir="auto">{title}</span>
		</label>
	)
}

const Lines = ({ lines }: { lines: string[] }) => (
	<div className={styles.lines}>
		{lines.map((line, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and are never reordered.
			<p key={index} dir="auto">
				{line}
			</p>
		))}
	</div>
)

/** Lines with the words marked that the other text does not have. */
const Words = ({ runs, without }: { runs: DiffRun[][]; without: 'removed' | 'added' }) => (
	<div className={styles.lines}>
		{runs.map((line, index) => (
			// biome-ignore lint/suspicious/noArrayIndexKey: lines are never reordered.
			<p key={index} dir="auto">
				{line
					.filter(({ change }) => change !== without)
					.map(({ text, change }, place) =>
						// biome-ignore lint/suspicious/noArrayIndexKey: runs are never reordered.
						change === 'same' ? text : <mark key={place}>{text}</mark>,
					)}
			</p>
		))}
	</div>
)
