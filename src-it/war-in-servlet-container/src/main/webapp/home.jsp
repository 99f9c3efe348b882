<%@ page contentType="text/html; charset=UTF-8" pageEncoding="UTF-8" %>
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Shop</title>
<jsp:include page="/cookie-charter/head.html"/>
</head>
<body>
<h1>Shop</h1>
<p><a href="cookies">Cookie policy</a></p>
<button type="button" data-cookie-charter="preferences" hidden>Cookie settings</button>
</body>
</html>
