'use client'

import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './settings.module.css'

type Props = { rule: string; action: FormAction; notice: string | null }

export function SignInRuleForm({ rule, action, notice }: Props) {
	return (
		<DeskForm id="sign-in-rule" action={action} notice={notice} className={styles.form}>
			<SelectField
				name="staffMustUse"
				label="Staff must use"
				hint="Whoever has no second factor is led to add one before the desk opens"
				value={rule}
				options={[
					{ value: 'nothing', label: 'A password; a second factor as they wish' },
					{ value: 'second factor', label: 'A second factor: an authenticator app or a passkey' },
				]}
			/>
			<div>
				<Submit variant="primary">Save</Submit>
			</div>
		</DeskForm>
	)
}
