import { DeskForm } from '@/components/desk/form/desk-form'
import { FileField, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import type { Logo } from '@/domain/settings'
import styles from './settings.module.css'

type Props = { logo: Logo | null; set: FormAction; remove: FormAction; notice: string | null }

/** Sets the logo, and removes it. */
export function LogoForm({ logo, set, remove, notice }: Props) {
	return (
		<section className={styles.logo} aria-labelledby="logo-heading">
			<h2 id="logo-heading">Logo</h2>
			<DeskForm id="logo" action={set} notice={notice} label="Logo" clears>
				<FileField
					name="logo"
					label={logo ? 'Another logo file' : 'Logo file'}
					hint="An SVG of up to 100 kB, or a PNG of up to 2 MB. It stands in place of the site’s name, which is its alternative text. Of an SVG only shapes and colours are kept; turn letters into shapes first, since devices have different fonts."
					accept=".svg,.png,image/svg+xml,image/png"
				/>
				<Submit>Set logo</Submit>
			</DeskForm>
			{logo && logo.leftOut.length > 0 && (
				<p>Left out of the drawing for safety: {logo.leftOut.join(', ')}. Please check how it looks.</p>
			)}
			{logo && (
				<DeskForm id="logo-removal" action={remove} label="Remove the logo">
					<Submit>Show the name in words again</Submit>
				</DeskForm>
			)}
		</section>
	)
}
