import { Field } from '@/components/forms/field'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'

export const NEW_ACCOUNT_FIELDS = ['name', 'email', 'password']

/** Minimum password length for the browser's validation; the server checks again. */
export const PASSWORD_LENGTH_MIN = 10

type Props = {
	form: string
	refused: RejectedForm | null
	/** Name proposed and address set by an invitation. */
	invited?: { name: string | null; email: string | null }
	/** Whether a link that confirms the address is mailed to it. */
	mails?: boolean
}

/** Name, e-mail address and password of a new account. */
export function NewAccountFields({ form, refused, invited, mails = false }: Props) {
	const words = messages().signIn
	return (
		<>
			<Field
				form={form}
				name="name"
				label={words.name}
				hint={invited ? words.staffNameHint : words.nameHint}
				autoComplete="name"
				required
				defaultValue={invited?.name ?? undefined}
				refused={refused}
			/>
			<Field
				form={form}
				name="email"
				label={words.email}
				hint={mails ? words.neverPublishedMailed : words.neverPublished}
				type="email"
				autoComplete="username"
				required
				defaultValue={invited?.email ?? undefined}
				readOnly={Boolean(invited?.email)}
				refused={refused}
			/>
			<NewPasswordField form={form} label={words.password} refused={refused} />
		</>
	)
}

type PasswordProps = { form: string; label: string; refused: RejectedForm | null }

/** Field of a password that is set. */
export function NewPasswordField({ form, label, refused }: PasswordProps) {
	return (
		<Field
			form={form}
			name="password"
			label={label}
			hint={messages().signIn.passwordHint(PASSWORD_LENGTH_MIN)}
			type="password"
			autoComplete="new-password"
			minLength={PASSWORD_LENGTH_MIN}
			required
			refused={refused}
		/>
	)
}
