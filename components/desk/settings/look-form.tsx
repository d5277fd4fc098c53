import { SelectField, TextField } from '@/components/desk/form/fields'
import { Switch } from '@/components/desk/form/switch'
import { LABEL_FONTS, TEXT_FONTS } from '@/lib/site-look'
import { Group, SettingsForm, type SettingsFormProps } from './settings-form'

const optionsOf = (fonts: Record<string, { label: string }>) =>
	Object.entries(fonts).map(([value, { label }]) => ({ value, label }))

/** Accent and fonts. */
export function LookForm({ settings, action, notice }: SettingsFormProps) {
	return (
		<SettingsForm
			id="look"
			path="/desk/settings/look"
			action={action}
			notice={notice}
			label="Colour and fonts"
		>
			<Group title="Colour">
				<TextField
					name="accent"
					label="Accent colour"
					hint="Of links, buttons and marks, as #1f3fa3. Empty: the blue of the standard look. Where it would be hard to read, it is darkened on light pages and lightened on dark ones."
					value={settings.accent}
					placeholder="#1f3fa3"
					autoCapitalize="none"
					spellCheck={false}
				/>
			</Group>
			<Group title="Fonts">
				<SelectField
					name="headlineFont"
					label="Headlines"
					value={settings.headlineFont}
					options={optionsOf(TEXT_FONTS)}
				/>
				<SelectField
					name="textFont"
					label="Text"
					hint="Newsreader is sent with the pages; the other fonts are those of the reader’s device, with a similar one where it is missing"
					value={settings.textFont}
					options={optionsOf(TEXT_FONTS)}
				/>
				<SelectField
					name="labelFont"
					label="Labels, captions and buttons"
					value={settings.labelFont}
					options={optionsOf(LABEL_FONTS)}
				/>
			</Group>
			{settings.logo && (
				<Group title="Logo on dark pages">
					<Switch name="logoOnPlate" label="On a light plate, for a dark logo" on={settings.logoOnPlate} />
				</Group>
			)}
		</SettingsForm>
	)
}
