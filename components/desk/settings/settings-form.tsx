import type { ReactNode } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { SiteSettings } from '@/domain/settings'
import styles from './settings.module.css'
import type { SettingsPath } from './settings-nav'

/** What every settings form needs. */
export type SettingsFormProps = { settings: SiteSettings; action: FormAction; notice: string | null }

type Props = Omit<SettingsFormProps, 'settings'> & {
	id: string
	/** The page that shows the change. */
	path: SettingsPath
	label?: string
	children: ReactNode
}

/** Frame of a settings form: its fields and one button. */
export function SettingsForm({ id, action, notice, path, label = 'Settings', children }: Props) {
	return (
		<DeskForm id={id} action={action} notice={notice} className={styles.form} label={label}>
			<input type="hidden" name="screen" value={path} />
			{children}
			<Submit variant="primary">Save settings</Submit>
		</DeskForm>
	)
}

export function Group({ title, children }: { title: string; children: ReactNode }) {
	return (
		<fieldset>
			<legend>{title}</legend>
			{children}
		</fieldset>
	)
}
