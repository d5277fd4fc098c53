import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { OneTimeLink } from '@/components/desk/form/one-time-link'
import type { DeskPerson } from './desk-person'
import styles from './people.module.css'

/** Makes a link with which a person chooses a new password. */
export function PasswordPanel({ person: { id, name }, action }: { person: DeskPerson; action: FormAction }) {
	return (
		<section className={styles.section} aria-labelledby="password-heading">
			<h2 id="password-heading">Password</h2>
			<DeskForm id="reset" action={action} label="Password">
				<input type="hidden" name="person" value={id} />
				<OneTimeLink label={`Link for ${name}`} />
				<p className={styles.soft}>
					For a forgotten password: a link with which {name} chooses a new one. It works once, for an hour,
					and then signs out every browser.
				</p>
				<Submit>Make a password link</Submit>
			</DeskForm>
		</section>
	)
}
