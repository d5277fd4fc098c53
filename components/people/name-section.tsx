import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import { messages } from '@/lib/messages/messages'
import { NAME_CHANGE_DAYS, NAME_CHANGES_MAX } from '@/lib/name-changes'
import type { RejectedForm } from '@/lib/request-context'
import styles from './account.module.css'

const FORM = 'public-name'

type Props = { name: string; refused: RejectedForm | null }

/** The public name of an account, with a form that changes it; open if it was refused. */
export function NameSection({ name, refused }: Props) {
	const own = refused?.field === 'name' ? refused : null
	const words = messages().publicName
	return (
		<section id="name">
			<h2>{words.title}</h2>
			<p>
				<bdi>{name}</bdi>
			</p>
			<p>{words.hint}</p>
			<details className={styles.details} open={own !== null}>
				<summary>{words.change}</summary>
				<form className="form" method="post" action="/account/name">
					<ErrorSummary form={FORM} refused={own} fields={['name']} />
					<Field
						form={FORM}
						name="name"
						label={words.label}
						hint={words.limit(NAME_CHANGES_MAX, NAME_CHANGE_DAYS)}
						autoComplete="nickname"
						required
						defaultValue={name}
						refused={own}
					/>
					<button type="submit" className="form-button">
						{words.change}
					</button>
				</form>
			</details>
		</section>
	)
}
