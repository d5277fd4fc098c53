import { ErrorSummary } from '@/components/forms/error-summary'
import { fieldId } from '@/components/forms/field'
import type { DeletionFacts } from '@/domain/own-data/deletable'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import '@/components/forms/forms.css'
import styles from './delete-account.module.css'
import people from './people.module.css'

type Props = { facts: DeletionFacts; refused: RejectedForm | null }

const FORM = 'delete-account'

/** Says what the deletion of the account removes and leaves, and asks for it. */
export function DeleteAccount({ facts, refused }: Props) {
	const { account, deletion: words } = messages()
	const name = words.deletedAccount
	const { published, unpublished, votes, hasWork } = facts
	return (
		<div className={people.account}>
			<h1>{words.title}</h1>
			<p className={people.removes}>
				<a href="/account">{account.backToAccount}</a>
			</p>
			{hasWork ? (
				<p className="form-notice">{words.hasWork}</p>
			) : (
				<>
					<p className={people.removes}>
						<a href="/account#data">{words.download}</a>
					</p>
					<h2>{words.goes}</h2>
					<Items
						items={[
							words.goesAccount,
							words.goesSessions,
							votes > 0 && words.goesVotes(votes),
							words.goesLists,
							unpublished > 0 && words.goesUnpublished(unpublished),
							words.goesAddress,
						]}
					/>
					<h2>{words.stays}</h2>
					<Items
						items={[
							published > 0 && words.staysComments(published, name),
							published > 0 && words.staysReplies,
							words.staysGuest,
							words.staysDecisions,
							words.staysLog,
							words.staysBackups,
						]}
					/>
					<DeletionForm hasTexts={published > 0} refused={refused} />
				</>
			)}
		</div>
	)
}

const Items = ({ items }: { items: (string | false)[] }) => (
	<ul className={styles.items}>{items.map((item) => item && <li key={item}>{item}</li>)}</ul>
)

function DeletionForm({ hasTexts, refused }: { hasTexts: boolean; refused: RejectedForm | null }) {
	const words = messages().deletion
	const given = refused?.values.texts?.[0]
	const error = refused?.field === 'sure' ? refused.message : null
	const id = fieldId(FORM, 'sure')
	return (
		<form id={FORM} className={`form ${styles.form}`} method="post" action="/account/delete/run">
			<ErrorSummary form={FORM} refused={refused} fields={['sure']} />
			{hasTexts && (
				<fieldset className={styles.choices}>
					<legend>{words.texts}</legend>
					<label>
						<input type="radio" name="texts" value="keep" defaultChecked={given !== 'delete'} />
						<span>{words.keepTexts(words.deletedAccount)}</span>
					</label>{' '}
					<label>
						<input type="radio" name="texts" value="delete" defaultChecked={given === 'delete'} />
						<span>{words.deleteTexts}</span>
					</label>
				</fieldset>
			)}
			<div className={styles.choices}>
				<label htmlFor={id}>
					<input
						id={id}
						type="checkbox"
						name="sure"
						value="yes"
						required
						aria-invalid={error ? true : undefined}
						aria-describedby={error ? `${id}-error` : undefined}
					/>
					<span>{words.sure}</span>
				</label>
				{error && (
					<p id={`${id}-error`} className={styles.error}>
						{error}
					</p>
				)}
			</div>
			<button type="submit" className="form-button">
				{words.title}
			</button>
		</form>
	)
}
