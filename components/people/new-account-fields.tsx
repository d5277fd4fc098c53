import { Field } from '@/components/forms/field'
import type { RejectedForm } from '@/lib/request-context'

export const NEW_ACCOUNT_FIELDS = ['name', 'email', 'password']

/** What the browser already says of a short password; the square itself decides. */
const PASSWORD_LENGTH_MIN = 10

/** Who somebody is and how they will sign in. */
export function NewAccountFields({ form, refused }: { form: string; refused: RejectedForm | null }) {
	return (
		<>
			<Field
				form={form}
				name="name"
				label="Name"
				hint="Printed above your comments."
				autoComplete="name"
				required
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
				refused={refused}
			/>
			<Field
				form={form}
				name="password"
				label="Password"
				hint={`At least ${PASSWORD_LENGTH_MIN} characters. A few words in a row are easy to keep.`}
				type="password"
				autoComplete="new-password"
				minLength={PASSWORD_LENGTH_MIN}
				required
				refused={refused}
			/>
		</>
	)
}
