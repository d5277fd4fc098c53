import { Field } from '@/components/forms/field'
import type { RejectedForm } from '@/lib/request-context'

export const NEW_ACCOUNT_FIELDS = ['name', 'email', 'password']

/** Minimum password length for the browser's validation; the server checks again. */
const PASSWORD_LENGTH_MIN = 10

type Props = {
	form: string
	refused: RejectedForm | null
	/** Name proposed and address set by an invitation. */
	invited?: { name: string | null; email: string | null }
}

/** Name, e-mail address and password of a new account. */
export function NewAccountFields({ form, refused, invited }: Props) {
	return (
		<>
			<Field
				form={form}
				name="name"
				label="Name"
				hint={invited ? 'Printed above your stories and comments.' : 'Printed above your comments.'}
				autoComplete="name"
				required
				defaultValue={invited?.name ?? undefined}
				refused={refused}
			/>
			<Field
				form={form}
				name="email"
				label="E-mail"
				hint="Never published."
				type="email"
				autoComplete="username"
				required
				defaultValue={invited?.email ?? undefined}
				readOnly={Boolean(invited?.email)}
				refused={refused}
			/>
			<NewPasswordField form={form} label="Password" refused={refused} />
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
			hint={`At least ${PASSWORD_LENGTH_MIN} characters. A few words in a row are easy to keep.`}
			type="password"
			autoComplete="new-password"
			minLength={PASSWORD_LENGTH_MIN}
			required
			refused={refused}
		/>
	)
}
