import deskStyles from '@/components/desk/desk.module.css'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Disclosure } from '@/components/desk/form/disclosure'
import { SelectField, Submit, TextArea, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './commenter.module.css'
import { HiddenFields } from './hidden-fields'

/** Times are formatted. */
export type CommenterShown = {
	account: { name: string; isStaff: boolean } | null
	since: string
	names: string[]
	emails: string[]
	/** Comments by state, in words. */
	counts: string
	restrictions: {
		id: number
		kind: 'ban' | 'mute'
		reason: string
		/** The last day; null without an end. */
		until: string | null
		by: string
		at: string
		/** Why it is no longer in force; null if it is. */
		over: 'lifted' | 'ended' | null
	}[]
	notes: { id: number; body: string; by: string; at: string }[]
}

type Actions = { restrict: FormAction; lift: FormAction; note: FormAction }
type Props = {
	commenter: CommenterShown
	/** Hidden fields: the list to return to, and the comment whose author this is. */
	fields: Record<string, string>
	actions: Actions
}

/** The author of comments: facts, restrictions and notes. */
export function CommenterPanel({ commenter, fields, actions }: Props) {
	const { account, since, names, emails, counts } = commenter
	return (
		<section className={styles.panel} aria-labelledby="commenter-title">
			<h2 id="commenter-title" dir="auto">
				{names.join(', ')}
			</h2>
			<dl className={styles.facts}>
				<dt>Account</dt>
				<dd>{account ? <bdi>{account.name}</bdi> : 'None: a guest, known by the browser'}</dd>
				{emails.length > 0 && (
					<>
						<dt>E-mail</dt>
						<dd>{emails.join(', ')}</dd>
					</>
				)}
				<dt>Since</dt>
				<dd>{since}</dd>
				<dt>Comments</dt>
				<dd>{counts}</dd>
			</dl>
			<Restrictions {...{ commenter, fields, actions }} />
			<Notes {...{ commenter, fields, actions }} />
		</section>
	)
}

const KINDS = { ban: 'Banned: comments are refused', mute: 'Each comment waits' }
const OVER = { lifted: ' Lifted.', ended: ' Over.' }

function Restrictions({ commenter: { account, restrictions }, fields, actions }: Props) {
	return (
		<>
			{restrictions.length > 0 && (
				<DeskForm id="lift" action={actions.lift} label="Restrictions" className={styles.form}>
					<HiddenFields fields={fields} />
					<ul className={styles.rows}>
						{restrictions.map(({ id, kind, reason, until, by, at, over }) => (
							<li key={id}>
								<p className={deskStyles.soft}>
									<bdi>{by}</bdi>, {at}
								</p>
								<p dir="auto">
									<strong>
										{KINDS[kind]}
										{until && ` until the end of ${until}`}.
									</strong>{' '}
									{reason}
									{over && <strong>{OVER[over]}</strong>}
								</p>
								{!over && (
									<Submit name="lift" value={String(id)} label={`Lift: ${KINDS[kind]}, ${at}`}>
										Lift
									</Submit>
								)}
							</li>
						))}
					</ul>
				</DeskForm>
			)}
			{!account?.isStaff && <RestrictForm fields={fields} action={actions.restrict} />}
		</>
	)
}

const RestrictForm = ({ fields, action }: { fields: Props['fields']; action: FormAction }) => (
	<DeskForm id="restrict" action={action} label="Restrict this person" className={styles.form} clears>
		<HiddenFields fields={fields} />
		<Disclosure summary="Restrict this person" field={['kind', 'reason', 'until']} className={styles.details}>
			<SelectField
				name="kind"
				label="Further comments"
				value="mute"
				options={[
					{ value: 'mute', label: 'Wait for a moderator' },
					{ value: 'ban', label: 'Are refused' },
				]}
			/>
			<TextArea
				name="reason"
				label="Reason"
				hint="The person reads it with each comment. Comments that are posted stay as they are"
				rows={2}
			/>
			<TextField name="until" label="Last day" hint="Empty: no end" type="date" />
			<Submit>Restrict</Submit>
		</Disclosure>
	</DeskForm>
)

function Notes({ commenter: { notes }, fields, actions }: Props) {
	return (
		<>
			{notes.length > 0 && (
				<DeskForm id="reader-notes" action={actions.note} label="Notes so far" className={styles.form}>
					<HiddenFields fields={fields} />
					<ul className={styles.rows}>
						{notes.map(({ id, body, by, at }) => (
							<li key={id}>
								<p className={deskStyles.soft}>
									<bdi>{by}</bdi>, {at}
								</p>
								<p className={styles.text} dir="auto">
									{body}
								</p>
								<Submit name="remove" value={String(id)} label={`Remove: note by ${by}, ${at}`}>
									Remove
								</Submit>
							</li>
						))}
					</ul>
				</DeskForm>
			)}
			<DeskForm id="reader-note" action={actions.note} label="A new note" className={styles.form} clears>
				<HiddenFields fields={fields} />
				<TextArea
					name="note"
					label="Note on this person"
					hint="For moderators; the person may ask for it, as for all data about them"
					rows={2}
				/>
				<Submit>Add note</Submit>
			</DeskForm>
		</>
	)
}
