import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextArea } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './work-panel.module.css'

/** `at` and `time`: ISO 8601, and formatted. */
export type NoteShown = { id: number; text: string; by: string; at: string; time: string; resolved: boolean }

type Props = { storyId: number; notes: NoteShown[]; add: FormAction; resolve: FormAction }

/** Notes between writers and editors, the open ones first. */
export function Notes({ storyId, notes, add, resolve }: Props) {
	const open = notes.filter(({ resolved }) => !resolved)
	const done = notes.filter(({ resolved }) => resolved)
	return (
		<>
			{notes.length > 0 && (
				<DeskForm id="notes" action={resolve} label="Notes so far" className={styles.form}>
					<NoteList notes={open} />
					{done.length > 0 && (
						<details className={styles.done}>
							<summary>{done.length === 1 ? '1 note is done' : `${done.length} notes are done`}</summary>
							<NoteList notes={done} />
						</details>
					)}
				</DeskForm>
			)}
			<DeskForm id="note" action={add} label="A new note" className={styles.form} clears>
				<input type="hidden" name="story" value={storyId} />
				<TextArea name="note" label="Note" hint="For the newsroom; readers never see it" rows={2} />
				<Submit>Add note</Submit>
			</DeskForm>
		</>
	)
}

function NoteList({ notes }: { notes: NoteShown[] }) {
	if (notes.length === 0) return null
	return (
		<ol className={styles.notes}>
			{notes.map((note) => (
				<Note key={note.id} note={note} />
			))}
		</ol>
	)
}

function Note({ note: { id, text, by, at, time, resolved } }: { note: NoteShown }) {
	return (
		<li>
			<p className={deskStyles.soft}>
				<bdi>{by}</bdi>, <time dateTime={at}>{time}</time>
			</p>
			<p className={styles.noteText} dir="auto">
				{text}
			</p>
			<Submit
				name={resolved ? 'reopen' : 'resolve'}
				value={String(id)}
				label={`${resolved ? 'Open again' : 'Done'}: note by ${by}, ${time}`}
			>
				{resolved ? 'Open again' : 'Done'}
			</Submit>
		</li>
	)
}
