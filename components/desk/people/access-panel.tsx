import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DeskPerson } from './desk-person'
import styles from './people.module.css'

type Props = { person: DeskPerson; comments: number; action: FormAction }

/** Disables a person, after words about the effect, and enables again. */
export function AccessPanel({ person, comments, action }: Props) {
	const { id, name, disabledAt } = person
	return (
		<section className={styles.section} aria-labelledby="access-heading">
			<h2 id="access-heading">Access</h2>
			<DeskForm id="access" action={action} label="Access">
				<input type="hidden" name="person" value={id} />
				{disabledAt ? (
					<>
						<p className={styles.soft}>
							{name} cannot sign in{person.email ? '' : ' and is not offered as an author'}. What was
							published stays.
						</p>
						<Submit name="access" value="enable">
							Enable
						</Submit>
					</>
				) : (
					<details className={styles.fold}>
						<summary>Disable…</summary>
						<p>
							{effect(person)} {comments > 0 && commentWords(comments)}
						</p>
						<Submit name="access" value="disable" variant="danger">
							{`Disable ${name}`}
						</Submit>
					</details>
				)}
			</DeskForm>
		</section>
	)
}

function effect({ name, email, role }: DeskPerson): string {
	if (!email)
		return `${name} is no longer offered as an author of new stories. Published stories keep the name.`
	if (role === 'reader') return `${name} is signed out everywhere at once and cannot sign in again.`
	return `${name} is signed out everywhere at once and cannot sign in again. Stories keep the name, and open invitations and preview links of ${name} are revoked.`
}

const commentWords = (comments: number): string =>
	comments === 1
		? 'The comment stays as it is; decide about it at the comments desk.'
		: `All ${comments} comments stay as they are; decide about them at the comments desk.`
