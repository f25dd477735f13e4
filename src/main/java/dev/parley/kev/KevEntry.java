package dev.parley.kev;

import java.time.LocalDate;

/**
 * An entry of the catalog, checked, in the words of its publisher, which are foreign
 * text.
 *
 * @param cve its id
 * @param vendor who makes the product
 * @param product the product, or several in one text
 * @param name name of the vulnerability
 * @param dateAdded since when it is in the catalog
 * @param description what it is
 * @param requiredAction what is to be done
 * @param dueOn until when, for those whom the catalog binds
 * @param ransomware whether ransomware campaigns are known to use it
 * @param notes notes, which may be empty
 * @param cwes weaknesses, separated by commas; may be empty
 */
record KevEntry(String cve, String vendor, String product, String name, LocalDate dateAdded, String description,
		String requiredAction, LocalDate dueOn, boolean ransomware, String notes, String cwes) {
}
