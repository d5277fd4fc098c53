import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit, TextField } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'

export function NameQuestion({ name, action }: { name: string; action: FormAction }) {
	return (
		<DeskForm id="start-name" action={action} quiet>
			<TextField
				name="siteName"
				label="Name of the site"
				hint="It stands in the masthead. A logo can follow in the settings."
				value={name}
				autoComplete="organization"
				autoFocus
			/>
			<Submit variant="primary">Continue</Submit>
		</DeskForm>
	)
}
