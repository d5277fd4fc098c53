/** Value of a cookie that is readable by scripts; undefined if it is not set. */
export const cookieValue = (name: string): string | undefined =>
	document.cookie
		.split('; ')
		.find((pair) => pair.startsWith(`${name}=`))
		?.slice(name.length + 1)
